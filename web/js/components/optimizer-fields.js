import { html, nothing } from "lit";
import { menu } from "../lib/menu.js";
import { withLearningRate } from "../lib/network-document.js";
import * as optimizers from "../lib/network-optimizer.js";
import { reasonAt } from "../lib/problem-place.js";
import "./number-input.js";
import "../lib/math.js";

const LOOK_AHEAD = [
  { value: false, text: "no" },
  { value: true, text: "yes" },
];

/**
 * The optimizer and its learning rate; its constants, and how long slopes may be, are there to open.
 * @param {import("../lib/player.js").Player} player
 * @param {import("../lib/network-document.js").NetworkDocument} document
 */
export function optimizerFields(player, document) {
  const { optimizer } = document.training;
  const scheduled = optimizers.isScheduled(document);
  return html`
    <div class="panel-row">
      <span aria-hidden="true">Optimizer</span>
      ${menu({
        label: "Optimizer",
        options: optimizers.OPTIMIZERS.map((type) => ({ value: type, text: type })),
        value: optimizer.type,
        choose: (type) => player.edit(optimizers.withOptimizer(player.document, type)),
      })}
    </div>
    <div class="panel-row">
      <span>${math(scheduled ? "\\eta_{0}" : "\\eta")}, learning rate</span>
      <bs-number
        label="${scheduled ? "Eta 0" : "Eta"}, learning rate"
        .value=${optimizer.learningRate}
        .reason=${reasonAt(player.problem, "/training/optimizer/learningRate")}
        @bs-number=${(event) => player.edit(withLearningRate(player.document, event.detail), "eta")}
      ></bs-number>
    </div>
    ${scheduled ? schedule(player, document) : nothing}
    <details class="panel-more">
      <summary>Constants and clipping</summary>
      ${optimizers.constantsOf(document).map((constant) => constantField(player, constant))} ${lookAhead(player, document)}
      ${clipping(player, document)}
    </details>
    ${memory(player, document)}
  `;
}

const TICKS = Object.freeze({ epoch: "epochs", iteration: "updates" });

/** What the schedule counts at this update, and a way to do without it. */
function schedule(player, { training }) {
  const { type, per = "epoch" } = training.schedule;
  const rate = player.trace?.update?.rate;
  return html`<div class="panel-row">
    <span>${math("t")}, ${TICKS[per]} of the schedule, ${type}</span>
    <bs-number
      label="t, ${TICKS[per]} of the schedule"
      whole
      min="0"
      .value=${training.state?.clock ?? rate?.t ?? 0}
      .reason=${reasonAt(player.problem, "/training/state/clock")}
      @bs-number=${(event) => player.edit(optimizers.withClock(player.document, event.detail), "clock")}
    ></bs-number>
    <button
      class="link-button"
      type="button"
      ?disabled=${rate === undefined}
      @click=${() => player.edit(optimizers.withoutSchedule(player.document, rate.value))}
    >
      without it
    </button>
  </div>`;
}

function constantField(player, { name, latex, label, value }) {
  return html`<div class="panel-row">
    <span>${math(latex)}, ${label}</span>
    <bs-number
      label="${label[0].toUpperCase()}${label.slice(1)}"
      min="0"
      .value=${value}
      .reason=${reasonAt(player.problem, `/training/optimizer/${name}`)}
      @bs-number=${(event) => player.edit(optimizers.withConstant(player.document, name, event.detail), name)}
    ></bs-number>
  </div>`;
}

/** Nesterov's momentum, for what has momentum. */
function lookAhead(player, { training: { optimizer } }) {
  return optimizer.type === "sgd" && optimizer.momentum > 0
    ? html`<div class="panel-row">
        <span aria-hidden="true">Look ahead (Nesterov)</span>
        ${menu({
          label: "Look ahead (Nesterov)",
          options: LOOK_AHEAD,
          value: optimizer.nesterov === true,
          choose: (ahead) => player.edit(optimizers.withConstant(player.document, "nesterov", ahead)),
        })}
      </div>`
    : nothing;
}

function clipping(player, { training }) {
  return html`<div class="panel-row">
    <span>Longest ${math("\\lVert \\partial J/\\partial \\Theta \\rVert")}, 0 for any</span>
    <bs-number
      label="Longest norm of the slopes, 0 for any"
      min="0"
      .value=${training.clipNorm ?? 0}
      .reason=${reasonAt(player.problem, "/training/clipNorm")}
      @bs-number=${(event) => player.edit(optimizers.withClipNorm(player.document, event.detail), "clip")}
    ></bs-number>
  </div>`;
}

/** An update in the midst of a run. */
function memory(player, { training }) {
  const updates = training.state?.updates ?? 0;
  return updates > 0
    ? html`<div class="panel-row">
        <span>Remembers ${updates} earlier ${updates === 1 ? "update" : "updates"}</span>
        <button class="link-button" type="button" @click=${() => player.edit(optimizers.withoutMemory(player.document))}>
          forget
        </button>
      </div>`
    : nothing;
}

/** As a template of its own: a formula that renders itself while its template is cloned would upset what follows it. */
function math(latex) {
  return html`<bs-math latex=${latex}></bs-math>`;
}
