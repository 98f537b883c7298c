/**
 * Where an explanation lies: beside what it speaks of and never over it.
 */

/**
 * @typedef {{left: number, top: number, width: number, height: number}} Box
 */

const SPACE = 8;
const LEAST_HEIGHT = 144;
const MARGIN = 16;
const NARROW_BELOW = 600;

/**
 * The corner of the room where a card covers nothing of what must stay in sight; among several the first, bottom right.
 * Where every corner covers some of it, the card goes above or below it, as high as there is room.
 * @param {{width: number, height: number}} card as high as it wants to be
 * @param {Box} room
 * @param {Box[]} kept what must stay in sight
 * @returns {{left: number, top: number, height: number}}
 */
export function placeCard(card, room, kept) {
  const left = room.left + room.width - card.width;
  const end = room.top + room.height;
  const corners = [
    { left, top: end - card.height },
    { left: room.left, top: end - card.height },
    { left, top: room.top },
    { left: room.left, top: room.top },
  ];
  const free = corners.find((corner) => kept.every((box) => overlap({ ...corner, ...card }, box) === 0));
  if (free) {
    return { ...free, height: card.height };
  }
  const above = Math.min(...kept.map((box) => box.top)) - room.top - SPACE;
  const below = end - Math.max(...kept.map((box) => box.top + box.height)) - SPACE;
  const height = Math.max(LEAST_HEIGHT, Math.min(card.height, Math.max(above, below)));
  return { left, top: below >= above ? end - height : room.top, height };
}


/**
 * The line from a number to its explanation: from border to border, along the shortest way.
 * @param {Box} number
 * @param {Box} card
 * @returns {{from: [number, number], to: [number, number]} | null} null where they touch
 */
export function joiningLine(number, card) {
  if (overlap(number, card) > 0) {
    return null;
  }
  const target = nearest(card, centre(number));
  const from = nearest(grown(number, 4), target);
  return { from, to: nearest(card, from) };
}

function overlap(one, other) {
  const width = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}

function nearest({ left, top, width, height }, [x, y]) {
  return [Math.max(left, Math.min(x, left + width)), Math.max(top, Math.min(y, top + height))];
}

function centre({ left, top, width, height }) {
  return [left + width / 2, top + height / 2];
}

function grown({ left, top, width, height }, by) {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
}

/**
 * What must stay in sight: the lit edge with its node and, where there is room beside each other, the number that is explained.
 * @param {HTMLElement | null} anchor that shows the number
 * @returns {DOMRect[]}
 */
export function keptInSight(anchor) {
  const lit = [...document.querySelectorAll(".lit, .node.current .circle, .node .quantity.now")];
  const parts = anchor?.isConnected && innerWidth >= NARROW_BELOW ? [...lit, anchor] : lit;
  return parts.map((part) => part.getBoundingClientRect()).filter((box) => box.width > 0);
}

/**
 * What lies between the top bar and the timeline.
 * @returns {Box}
 */
export function roomOfPage() {
  const { clientWidth, clientHeight } = document.documentElement;
  const margin = clientWidth < NARROW_BELOW ? 0 : MARGIN;
  const timeline = document.querySelector("bs-timeline")?.getBoundingClientRect().top ?? clientHeight;
  const top = 4 * margin;
  return { left: 2 * margin, top, width: clientWidth - 4 * margin, height: timeline - margin - top };
}
