/** Where the network of bumps leads: into the playground, and into the steps. */
import { begun } from "../network-document.js";
import { NETWORK_LINK } from "../network-link.js";
import { PLAYGROUND_LINK, completed } from "./link.js";

/** @param {{experiment: any}} answer */
export async function bumpsInPlayground({ experiment }) {
  const document = completed(experiment);
  await PLAYGROUND_LINK.prepare?.(document);
  location.assign(`/playground${PLAYGROUND_LINK.write({ document, index: -1, trace: null }) ?? ""}`);
}

/** @param {{experiment: any}} answer */
export async function bumpsInStepper({ experiment }) {
  const document = begun(experiment);
  await NETWORK_LINK.prepare?.(document);
  location.assign(`/network${NETWORK_LINK.write({ document, index: 0, trace: null }) ?? ""}`);
}
