/** The sweep in the address of the page: `sweep=` and its name, while the server keeps it. */

const FIELD = "sweep";

/**
 * @param {Location | URL} location
 * @returns {string | null} the sweep that it names
 */
export function sweepIn({ search }) {
  return new URLSearchParams(search).get(FIELD);
}

/**
 * The links of a page with a sweep, also after its experiment was edited.
 * @param {import("../address.js").LinkForm} form
 * @param {import("./sweep-keeper.js").SweepKeeper} sweeps
 * @returns {import("../address.js").LinkForm}
 */
export function withSweep(form, sweeps) {
  return {
    ...form,
    write: (place) => {
      const link = form.write(place);
      return link === null ? null : named(link, sweeps.id);
    },
  };
}

/**
 * Names the sweep in the address when it starts, and no more when it is deleted.
 * @param {import("./sweep-keeper.js").SweepKeeper} sweeps
 * @param {Window} window
 */
export function followSweep(sweeps, { history, location }) {
  let known = false;
  sweeps.addEventListener("change", () => {
    known ||= sweeps.id !== null || sweeps.said !== null;
    if (known && sweeps.id !== sweepIn(location)) {
      history.replaceState(history.state, "", location.pathname + named(location.search + location.hash, sweeps.id));
    }
  });
}

function named(link, id) {
  const url = new URL(link, "http://page/");
  const fields = url.search.slice(1).split("&").filter((field) => field && !field.startsWith(`${FIELD}=`));
  const query = id === null ? fields : [...fields, `${FIELD}=${id}`];
  return (query.length > 0 ? `?${query.join("&")}` : "") + url.hash;
}
