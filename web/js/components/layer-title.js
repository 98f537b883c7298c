const FOLDED_FROM = 12;

/** What stands above a layer of a figure, with the button that folds a wide one. */
export function layerTitle({ layer, title }, { layers, figure }) {
  const made = document.createElement("div");
  const [name, ...role] = title.split(",");
  const rest = document.createElement("span");
  made.className = "layer-title";
  rest.className = "role";
  rest.textContent = role.length > 0 ? `,${role.join(",")}` : "";
  made.append(name, rest);
  const unfolded = layers[layer - 1].units > FOLDED_FROM && !figure.folds.some((fold) => fold.layer === layer);
  if (unfolded) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-button";
    button.dataset.fold = String(layer);
    button.textContent = "fold";
    button.ariaLabel = `Fold layer ${layer}`;
    made.append(" ", button);
  }
  return made;
}
