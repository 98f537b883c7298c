/**
 * A number edited where it stands: a field above it that Enter or leaving it takes over and Escape gives up. A text that
 * is no number says why below and changes nothing.
 */
import { nudge, readNumber, writeNumber } from "./number-field.js";

/**
 * @param {object} edit
 * @param {HTMLElement} edit.host the positioned element that the field lies in
 * @param {Element} edit.anchor the number
 * @param {string} edit.name what is edited, as it is said
 * @param {number} edit.value
 * @param {"point" | "comma"} edit.mark
 * @param {(value: number) => void} edit.commit
 * @param {() => void} [edit.leave] gives focus back, where the keyboard ended the edit
 */
export function editInPlace({ host, anchor, name, value, mark, commit, leave = () => {} }) {
  const box = document.createElement("div");
  box.className = "edit-in-place";
  const field = document.createElement("input");
  const reason = document.createElement("span");
  field.className = "field";
  field.autocomplete = "off";
  field.enterKeyHint = "done";
  field.ariaLabel = name;
  field.value = writeNumber(value, mark);
  field.size = Math.min(Math.max(field.value.length, 5), 14);
  reason.className = "field-reason";
  reason.role = "status";
  box.append(field, reason);
  host.append(box);
  placeOver(box, anchor, host);

  let open = true;
  const close = () => {
    open = false;
    box.remove();
  };
  const take = () => {
    const read = readNumber(field.value, mark);
    if ("reason" in read) {
      return false;
    }
    close();
    commit(read.value);
    return true;
  };
  const check = () => {
    const read = readNumber(field.value, mark);
    const wrong = "reason" in read;
    field.ariaInvalid = String(wrong);
    reason.textContent = wrong ? `${read.reason}; ${name} is still ${writeNumber(value, mark)}.` : "";
  };

  field.addEventListener("input", check);
  field.addEventListener("blur", () => {
    if (open && !take()) {
      close();
    }
  });
  field.addEventListener("keydown", (event) => {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") {
      event.preventDefault();
      if (take()) {
        leave();
      } else {
        check();
      }
    } else if (event.key === "Escape") {
      close();
      leave();
    } else if (direction) {
      const read = readNumber(field.value, mark);
      field.value = writeNumber(nudge("value" in read ? read.value : value, direction, event.shiftKey), mark);
      check();
    } else {
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  field.focus({ preventScroll: true });
  field.select();
}

/** Over the number and within its host. */
function placeOver(box, anchor, host) {
  const at = anchor.getBoundingClientRect();
  const frame = host.getBoundingClientRect();
  const width = box.offsetWidth;
  const left = Math.max(0, Math.min(at.left + at.width / 2 - width / 2 - frame.left, frame.width - width));
  box.style.left = `${left}px`;
  box.style.top = `${at.top + at.height / 2 - frame.top}px`;
}
