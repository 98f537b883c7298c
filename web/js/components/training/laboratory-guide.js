import { html, nothing } from "lit";
import { TrainingElement } from "../../lib/training/element.js";

/** `<bs-laboratory-guide>`: what an open laboratory asks, what there is to see, and why. */
export class LaboratoryGuide extends TrainingElement {
  reads({ laboratory }) {
    return [laboratory];
  }

  view({ laboratory }) {
    if (laboratory === null) {
      return nothing;
    }
    const { topic, title, question, look, why } = laboratory.text;
    return html`<section class="guide" aria-label="Laboratory: ${title}">
      <p class="caption">${topic}</p>
      <h2 class="guide-title">${title}</h2>
      <p class="guide-question">${question}</p>
      <h3>What to look at</h3>
      <ul class="guide-look">
        ${look.map((each) => html`<li>${each}</li>`)}
      </ul>
      <h3>Why</h3>
      <p class="guide-why">${why}</p>
      <p><a class="guide-leave" href="/playground">Leave the laboratory</a></p>
    </section>`;
  }
}

customElements.define("bs-laboratory-guide", LaboratoryGuide);
