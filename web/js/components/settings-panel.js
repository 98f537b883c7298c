import { LitElement, html } from "lit";
import { choices } from "../lib/choices.js";
import { Disclosure } from "../lib/disclosure.js";
import { settings } from "../lib/settings.js";
import "../lib/math.js";

const DECIMALS = [2, 3, 4, 5, 6].map((value) => ({ value, text: String(value) }));
const MARKS = [
  { value: "point", text: "0.5", spoken: "point, 0.5" },
  { value: "comma", text: "0,5", spoken: "comma, 0,5" },
];
const ADJOINTS = [
  { value: "bar", text: "v", spoken: "v-bar", shown: html`<bs-math latex="\\bar{v}"></bs-math>` },
  {
    value: "partial",
    text: "y/v",
    spoken: "partial y by partial v",
    shown: html`<bs-math latex="\\partial y/\\partial v"></bs-math>`,
  },
];
const ORDERS = [
  { value: "execution", text: "as it ran", spoken: "as it ran, top-down" },
  { value: "printed", text: "as printed", spoken: "as printed, bottom-up" },
];
const THEMES = [
  { value: "light", text: "light" },
  { value: "dark", text: "dark" },
  { value: "system", text: "system" },
];

/** `<bs-settings>`: a menu of preferences; each takes effect at once. */
export class SettingsPanel extends LitElement {
  #panel = new Disclosure(this);

  createRenderRoot() {
    this.classList.add("panel-anchor");
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    settings.addEventListener("change", this.#refresh);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    settings.removeEventListener("change", this.#refresh);
  }

  #refresh = () => this.requestUpdate();

  render() {
    return html`
      <button
        class="plain-button"
        type="button"
        aria-expanded=${this.#panel.open}
        aria-controls="settings-panel"
        @click=${() => this.#panel.toggle()}
      >
        Settings
      </button>
      <section class="panel" id="settings-panel" aria-label="Settings" ?hidden=${!this.#panel.open}>
        <h2>Settings</h2>
        ${row("Decimals", "decimals", DECIMALS)} ${row("Decimal mark", "decimalMark", MARKS)}
        ${row("Adjoint written", "adjoint", ADJOINTS)} ${row("Reverse trace", "adjointOrder", ORDERS)}
        ${row("Theme", "theme", THEMES)}
        <label class="panel-row">
          Single-letter keys
          <input
            type="checkbox"
            .checked=${settings.letters}
            @change=${(event) => settings.set({ letters: event.target.checked })}
          />
        </label>
        <p class="caption">Kept in this browser. Numbers are rounded on the screen only.</p>
      </section>
    `;
  }
}

function row(label, name, options) {
  return html`
    <div class="panel-row">
      <span aria-hidden="true">${label}</span>
      ${choices({
        name: `setting-${name}`,
        label,
        options,
        value: settings[name],
        choose: (value) => settings.set({ [name]: value }),
      })}
    </div>
  `;
}

customElements.define("bs-settings", SettingsPanel);
