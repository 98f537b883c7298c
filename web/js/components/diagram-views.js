import { unitsIn } from "../lib/diagram-lines.js";
import { lossState, unitState } from "../lib/network-state.js";
import { FoldView } from "./network-fold.js";
import { UnitView } from "./network-node.js";
import { OutcomeView } from "./network-outcome.js";

/** @import { NetworkMoment } from "../lib/network-moment.js" */

/** What is drawn of a figure: units, folded units, and targets beside the outputs. */
export class DiagramViews {
  /** @type {Map<string, UnitView>} */
  #units;
  /** @type {OutcomeView[]} */
  #outcomes;

  constructor(trace) {
    const { figure } = trace;
    const units = figure.nodes.map((node) => new UnitView(node, trace));
    const folds = figure.folds.map((fold) => new FoldView(fold));
    this.#units = new Map(units.map((view) => [`${view.node.layer}.${view.node.unit}`, view]));
    this.#outcomes = units.filter((view) => view.output && !view.bias).map((view) => outcomeOf(view, trace));
    /** @type {Map<number, number[]>} the units that are drawn, by layer */
    this.drawn = new Map(figure.columns.map(({ layer }) => [layer, unitsIn(figure, layer)]));
    /** @type {(UnitView | FoldView)[]} in order of the layers, from above */
    this.all = [...units, ...folds].sort((one, other) => inOrder(placeOf(one), placeOf(other)));
  }

  /** @returns {UnitView | undefined} */
  unit(layer, unit) {
    return this.#units.get(`${layer}.${unit}`);
  }

  /** Those of the step. */
  get current() {
    return this.all.filter(({ element }) => element.classList.contains("current"));
  }

  /** @param {NetworkMoment} moment */
  show(moment) {
    const { trace, example, format } = moment;
    for (const view of this.all) {
      if (view instanceof UnitView) {
        view.show(unitState(moment, view.node.layer, view.node.unit), format);
      } else {
        view.show(moment);
      }
    }
    const { loss } = lossState(moment);
    for (const outcome of this.#outcomes) {
      const value = trace.numbers.targets(example)[outcome.unit - 1] ?? null;
      outcome.show({ address: `y.${outcome.unit}@${example}`, value, now: false, soFar: false, next: false }, loss, format);
    }
  }
}

/** Where a unit, or what is folded, stands in the figure. */
export function placeOf(view) {
  return view instanceof UnitView ? view.node : view.fold;
}

function outcomeOf(view, trace) {
  const outcome = new OutcomeView(view.node.unit, trace);
  view.element.append(outcome.element);
  return outcome;
}

function inOrder(one, other) {
  return one.layer - other.layer || one.y - other.y;
}
