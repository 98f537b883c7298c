import { html } from "lit";
import { getJson } from "../lib/api.js";
import { begun, nameOf } from "../lib/network-document.js";
import { Gallery } from "./gallery.js";

/** `<bs-network-gallery>`: a menu of networks worth stepping through. */
export class NetworkGallery extends Gallery {
  fetchExamples() {
    return getJson("/api/network/gallery");
  }

  summary({ experiment, description }) {
    return html`<span class="secondary">${nameOf(begun(experiment))}</span> <span class="caption">${description}</span>`;
  }

  /** The address to begin at is looked up in the story once it is there. */
  choose({ experiment, address }, player) {
    const { grain, unfolded } = begun(experiment);
    player.first();
    player.edit({ ...emptied(player.document), ...begun(experiment, { grain, unfolded }), init: undefined });
    if (address) {
      player.goTo(address);
    }
  }
}

/** The fields that an experiment before may have had and the next one has not. */
function emptied(document) {
  return Object.fromEntries(Object.keys(document).map((name) => [name, undefined]));
}

customElements.define("bs-network-gallery", NetworkGallery);
