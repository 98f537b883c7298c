import { html, nothing } from "lit";
import { menu } from "../../lib/menu.js";
import { reasonAt } from "../../lib/problem-place.js";
import { menuRow, row } from "../../lib/training/fields.js";
import { hasPictures, readsImages, sideOf, sidesOf, withPictures } from "../../lib/training/image-data.js";

/**
 * How pictures are read: as a row of pixels or as an image, and how large they are.
 * @param {import("../../lib/training/playground.js").Playground} playground
 * @param {import("../../lib/training/datasets.js").DataSetEntry | undefined} entry the chosen data set
 */
export function pictureWays(playground, entry) {
  if (!entry || !hasPictures(entry)) {
    return nothing;
  }
  const { document, problem } = playground;
  const way = { asImage: readsImages(document), side: sideOf(entry, document) };
  const take = (patch) => playground.edit(withPictures(entry, playground.document, { ...way, ...patch }));
  const sides = sidesOf(entry);
  return html`<div class="picture-ways">
    ${row(
      "Read",
      menu({
        label: "Pictures",
        options: [
          { value: false, text: "as pixels (dense)" },
          { value: true, text: "as image (convolutional)" },
        ],
        value: way.asImage,
        choose: (asImage) => take({ asImage }),
      }),
      reasonAt(problem, "/network/inputs"),
    )}
    ${sides.length > 1
      ? menuRow({
          label: "Size",
          options: sides.map((value) => ({ value, text: `${value} × ${value}` })),
          value: way.side,
          choose: (side) => take({ side }),
          problem,
          pointer: "/data/size",
        })
      : nothing}
  </div>`;
}
