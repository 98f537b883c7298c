import { html, nothing } from "lit";
import { menu } from "../lib/menu.js";
import { INITIALISATIONS, LOSSES } from "../lib/network-choices.js";
import { withLoss } from "../lib/network-document.js";
import { initialisationOf } from "../lib/network-weights.js";
import { reasonAt } from "../lib/problem-place.js";
import { optimizerFields } from "./optimizer-fields.js";
import "./number-input.js";
import "../lib/math.js";

/** @import { Player } from "../lib/player.js" */

/**
 * Loss, first weights, regularisation and optimizer.
 * @param {Player} player
 */
export function trainingFields(player) {
  const { document } = player;
  return html`${loss(player, document)} ${initialisation(player, document)} ${rates(player, document)}`;
}

function loss(player, { network }) {
  return html`
    <div class="panel-row">
      <span aria-hidden="true">Loss</span>
      ${refusable(
        player,
        "/network/loss",
        menu({
          label: "Loss",
          options: LOSSES.map((name) => ({ value: name, text: name })),
          value: network.loss,
          choose: (loss) => player.edit(withLoss(player.document, loss)),
        }),
      )}
    </div>
  `;
}

/** The weights as they are given, or an initialisation that a seed makes the same every time. */
function initialisation(player, document) {
  const given = Array.isArray(document.theta);
  const init = initialisationOf(document);
  const set = (patch) => player.edit({ theta: { ...initialisationOf(player.document), ...patch } });
  const options = INITIALISATIONS.map((name) => ({ value: name, text: name }));
  return html`
    <div class="panel-row">
      <span aria-hidden="true">Weights</span>
      <span class="panel-fields">
        ${refusable(
          player,
          "/theta",
          menu({
            label: "Weights",
            options: given ? [{ value: "", text: "as given" }, ...options] : options,
            value: given ? "" : init.init,
            choose: (name) => (name === "" ? undefined : set(withName(init, name))),
          }),
        )}
        ${!given && isRandom(init.init)
          ? html`<label class="label" aria-hidden="true">seed</label>
              <bs-number label="Seed" whole min="0" max="2147483647" .value=${init.seed ?? 7} @bs-number=${(event) => set({ seed: event.detail })}></bs-number>`
          : nothing}
      </span>
    </div>
  `;
}

function rates(player, document) {
  return html`
    <div class="panel-row">
      <span>${math("\\lambda")}, regularisation</span>
      <bs-number
        label="Lambda, regularisation"
        min="0"
        .value=${document.lambda}
        .reason=${reasonAt(player.problem, "/lambda")}
        @bs-number=${(event) => player.edit({ lambda: event.detail }, "lambda")}
      ></bs-number>
    </div>
    <div class="panel-row">
      <span>${math("\\lambda_{1}")}, of absolute weights</span>
      <bs-number
        label="Lambda 1, regularisation of absolute weights"
        min="0"
        .value=${document.l1 ?? 0}
        .reason=${reasonAt(player.problem, "/l1")}
        @bs-number=${(event) => player.edit({ l1: event.detail }, "l1")}
      ></bs-number>
    </div>
    ${optimizerFields(player, document)}
  `;
}

/** As a template of its own: a formula that renders itself while its template is cloned would upset what follows it. */
function math(latex) {
  return html`<bs-math latex=${latex}></bs-math>`;
}

/** A field with what the server says of it. */
function refusable(player, pointer, field) {
  const reason = reasonAt(player.problem, pointer);
  return html`<span class="refusable">${field} ${reason ? html`<span class="field-reason" role="status">${reason}</span>` : nothing}</span>`;
}

function isRandom(name) {
  return name !== "zeros" && name !== "constant";
}

/** An initialisation by name; the seed is kept for the next one that needs it. */
function withName({ seed = 7 }, name) {
  return { init: name, seed };
}
