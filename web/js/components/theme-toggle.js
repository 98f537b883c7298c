import { LitElement, html } from "lit";
import { settings } from "../lib/settings.js";
import { applyTheme, shownTheme, systemIsDark } from "../lib/theme.js";

/** `<bs-theme-toggle>`: names the theme that a press leads to. */
export class ThemeToggle extends LitElement {
  #scheme = matchMedia("(prefers-color-scheme: dark)");

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    settings.addEventListener("change", this.#refresh);
    this.#scheme.addEventListener("change", this.#refresh);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    settings.removeEventListener("change", this.#refresh);
    this.#scheme.removeEventListener("change", this.#refresh);
  }

  #refresh = () => this.requestUpdate();

  render() {
    const other = shownTheme(settings.theme, systemIsDark()) === "dark" ? "light" : "dark";
    const name = other === "dark" ? "Dark" : "Light";
    return html`
      <button class="plain-button" type="button" aria-label="${name} theme" @click=${() => settings.set({ theme: other })}>
        ${name}
      </button>
    `;
  }

  updated() {
    applyTheme(document.documentElement, settings.theme);
  }
}

customElements.define("bs-theme-toggle", ThemeToggle);
