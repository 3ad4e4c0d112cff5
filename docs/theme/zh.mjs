// TypeDoc plugin: in the Chinese run a comment's `@zh` block stands in for its English text; in every run the block itself is dropped.
import { Converter } from "typedoc";

export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    const chinese = app.options.getValue("lang") === "zh";
    for (const { comment } of Object.values(project.reflections)) {
      const block = comment?.getTag("@zh");
      if (block !== undefined && chinese) comment.summary = block.content;
      comment?.removeTags("@zh");
    }
  });
}
