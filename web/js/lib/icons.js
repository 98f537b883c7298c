import { svg, html } from "lit";

/** Small signs, drawn: no font that we serve has them. */

const icon = (paths) => html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${paths}</svg>`;

export const tick = icon(svg`<path d="M2.5 8.5 6.5 12.5 13.5 3.5" />`);
export const cross = icon(svg`<path d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5" />`);
