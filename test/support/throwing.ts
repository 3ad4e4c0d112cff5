/** A record whose field throws when it is read. */
export function throwing(field: string, rest: object = {}): object {
  return Object.defineProperty({ ...rest }, field, {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  });
}

/** A proxy that throws whatever is asked of it. */
export function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
