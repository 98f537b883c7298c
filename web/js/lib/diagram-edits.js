import { editInPlace } from "./edit-in-place.js";
import { withInput, withTarget, withWeight } from "./network-edits.js";
import { partsOf } from "./network-names.js";

/** @import { NetworkMoment } from "./network-moment.js" */

/** Edits an input, a target or a weight of a network where it stands in the figure. */
export class DiagramEdits {
  #host;

  /** @param {import("./player-element.js").PlayerElement} host the figure */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {import("../components/network-node.js").UnitView} view of an input
   * @param {NetworkMoment} moment
   * @param {() => void} [leave] where the focus goes afterwards
   */
  input({ node: { unit }, circle }, { trace: { numbers }, example }, leave) {
    const { data } = numbers;
    if (data !== null) {
      const commit = (value) => this.#host.player.edit(withInput({ data }, example, unit, value));
      this.#edit(circle, `x${unit}`, data.x[example - 1][unit - 1], commit, leave);
    }
  }

  /** @param {NetworkMoment} moment */
  target(anchor, unit, { trace: { numbers }, example }) {
    const { data } = numbers;
    if (data !== null) {
      const commit = (value) => this.#host.player.edit(withTarget({ data }, example, unit, value));
      this.#edit(anchor, `y${unit}`, data.y[example - 1][unit - 1], commit);
    }
  }

  /** @param {NetworkMoment} moment */
  weight(label, { trace }) {
    const { kind, layer, row, column } = partsOf(label.dataset.q);
    const { theta } = trace.numbers;
    if (kind === "Theta" && theta !== null) {
      const commit = (value) => this.#host.player.edit(withWeight(trace, { layer, row, column }, value));
      const name = `theta, layer ${layer}, row ${row}, column ${column}`;
      this.#edit(label, name, theta[layer - 1][row - 1][column], commit);
    }
  }

  #edit(anchor, name, value, commit, leave = undefined) {
    const mark = this.#host.player.settings.decimalMark;
    editInPlace({ host: this.#host, anchor, name, value: Number(value), mark, commit, leave });
  }
}
