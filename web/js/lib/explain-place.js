/**
 * Where an explanation lies: beside what it speaks of and never over it.
 */

/**
 * @typedef {{left: number, top: number, width: number, height: number}} Box
 */

/**
 * The corner of the room that covers least of what must stay in sight; among equals the first, bottom right.
 * @param {{width: number, height: number}} card
 * @param {Box} room
 * @param {Box[]} kept what must stay in sight
 * @returns {{left: number, top: number}}
 */
export function placeCard(card, room, kept) {
  const right = room.left + room.width - card.width;
  const bottom = room.top + room.height - card.height;
  const corners = [
    { left: right, top: bottom },
    { left: room.left, top: bottom },
    { left: right, top: room.top },
    { left: room.left, top: room.top },
  ];
  const covered = corners.map((corner) => kept.reduce((sum, box) => sum + overlap({ ...corner, ...card }, box), 0));
  return corners[covered.indexOf(Math.min(...covered))];
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
