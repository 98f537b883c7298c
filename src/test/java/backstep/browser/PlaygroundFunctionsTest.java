package backstep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the charts and maps of /playground are drawn by. */
class PlaygroundFunctionsTest extends BrowserTest {

    @BeforeEach
    void openAPage() {
        openALightPage();
    }

    /** Over a plane x + y the line at 3 runs where x + y = 3, and through every square that it crosses. */
    @Test
    void theContourOfAPlaneIsItsLine() {
        List<List<Number>> pieces = from("contour", """
                ({ contour }) => {
                  const values = Float32Array.from({ length: 36 }, (_, at) => (at % 6) + Math.floor(at / 6));
                  const pieces = [];
                  contour({ rows: 6, columns: 6, values }, 2.5, (...piece) => pieces.push(piece));
                  return pieces;
                }""");
        assertEquals(5, pieces.size());
        for (List<Number> piece : pieces) {
            assertEquals(2.5, piece.get(0).doubleValue() + piece.get(1).doubleValue(), 1e-6);
            assertEquals(2.5, piece.get(2).doubleValue() + piece.get(3).doubleValue(), 1e-6);
        }
    }

    @Test
    void anAxisOfPowersEndsAtPowersOfTen() {
        Map<String, Object> axis = from("axis", """
                ({ logAxis }) => {
                  const { ticks, place } = logAxis([0.03, 0.7, 0, NaN]);
                  return { ticks: ticks.map((tick) => Number(tick.toPrecision(3))), places: [0.01, 0.1, 1].map(place) };
                }""");
        assertEquals("[0.01, 0.1, 1]", String.valueOf(axis.get("ticks")));
        assertEquals("[0, 0.5, 1]", String.valueOf(axis.get("places")));
    }

    @Test
    void anAxisOfOneNumberHasALength() {
        Map<String, Object> axis = from("axis", """
                ({ linearAxis, logAxis }) => ({ linear: linearAxis([0.008]).place(0.008), log: logAxis([1]).place(1) })""");
        assertTrue(((Number) axis.get("linear")).doubleValue() >= 0);
        assertTrue(Double.isFinite(((Number) axis.get("log")).doubleValue()));
    }

    /** Otherwise a reload would be an edit, and an entry of its own in the history. */
    @Test
    void anExperimentThatLacksNothingComesBackAsTheSameText() {
        List<String> texts = from("link", """
                ({ completed }) => {
                  const whole = {
                    network: { layers: [] }, theta: {}, data: {},
                    training: { optimizer: { learningRate: 0.1, type: "adam" }, seed: 1, epochs: 2, shuffle: false, batchSize: 3 },
                  };
                  return [whole, completed(whole)].map((each) => JSON.stringify(each));
                }""");
        assertEquals(texts.getFirst(), texts.getLast());
    }

    @Test
    void whatALinkLeavesOutIsTheUsual() {
        Map<String, Object> optimizer = from("link", """
                ({ completed }) => completed({ network: { layers: [] }, data: {}, training: { optimizer: { learningRate: 3 } } })
                  .training.optimizer""");
        assertEquals(Map.of("type", "sgd", "learningRate", 3), optimizer);
    }

    @Test
    void aRefusalFarFromItsFieldNamesIt() {
        List<String> said = from("../problem-place", """
                ({ namedSentenceOf }) => [
                  ["/training/optimizer/learningRate", "must be 0 or a positive number, was -1.0"],
                  ["/network/layers/1/units", "must be a whole number, was 1.0E99"],
                  ["/data/csv", "line 3, column 2 (y): must be a number"],
                ].map(([pointer, told]) => namedSentenceOf({ title: "", status: 400, pointer, detail: `${pointer}: ${told}` }))""");
        assertEquals(
                List.of(
                        "Learning rate must be 0 or a positive number, was −1.",
                        "Units must be a whole number, was 1e99.",
                        "Line 3, column 2 (y): must be a number."),
                said);
    }

    @Test
    void labelsAreKeptApartInTheirOrder() {
        List<Number> placed = from("axis", "({ apart }) => apart([100, 104, 20, 199], 16, 200)");
        assertEquals("[100, 116, 20, 199]", String.valueOf(placed));
    }

    @Test
    void thinnedLinesKeepTheirPeaks() {
        Map<String, Object> thinned = from("series", """
                ({ thinned }) => {
                  const points = Array.from({ length: 5000 }, (_, at) => [at, at === 2345 ? 9 : Math.sin(at)]);
                  const kept = thinned(points);
                  return { count: kept.length, peak: kept.some(([x]) => x === 2345), last: kept.at(-1)[0] };
                }""");
        assertTrue(((Number) thinned.get("count")).intValue() <= 450, String.valueOf(thinned));
        assertEquals(true, thinned.get("peak"));
        assertEquals(4999, thinned.get("last"));
    }

    @Test
    void aLineThatGoesUpAndDownAllTheTimeIsDrawnWithABandThatHoldsAllOfIt() {
        Map<String, Object> drawn = from("drawn-line", """
                ({ drawnLine }) => {
                  const scales = { x: (epoch) => epoch / 10, y: (value) => 200 - 20 * value, foot: 200 };
                  const line = (value) => drawnLine({ name: "", look: "", points: Array.from({ length: 5000 }, (_, at) => [at, value(at)]) }, scales);
                  const noisy = line((at) => 5 + Math.sin(at * at) + (at === 2345 ? 4 : 0));
                  const heights = noisy.band.map(([, y]) => y);
                  const few = drawnLine({ name: "", look: "", points: Array.from({ length: 100 }, (_, at) => [at, 9 * (at % 2)]) }, scales);
                  return { smooth: line((at) => 9 * Math.exp(-at / 50)).band.length, few: [few.path.length, few.band.length].join(), top: Math.min(...heights), foot: Math.max(...heights),
                    middle: noisy.path.slice(1, -1).every(([, y]) => Math.abs(y - 100) < 10), last: noisy.path.at(-1)[0] };
                }""");
        // The one peak is 5 + sin 2345² + 4; a unit is 20 pixels up from 200, and no other value is below 5 − 1.
        String band = "top=" + Math.round(10 * (20 - 20 * StrictMath.sin(2345.0 * 2345))) / 10.0 + ", foot=120";
        assertEquals("{smooth=0, few=100,0, " + band + ", middle=true, last=499.9}", String.valueOf(drawn));
    }

    /** Three tiles on one canvas: a map that is −1 below and 1 above, one of a unit that is all −1, and a curve that is nought. */
    @Test
    void theMapsOfUnitsLieBehindTheirTiles() {
        Map<String, Object> colours = from("mosaic", """
                ({ Mosaic }) => {
                  const placed = (parent, name, style) => {
                    const element = document.createElement(name);
                    element.style.cssText = style;
                    parent.append(element);
                    return element;
                  };
                  const frame = placed(document.body, "div", "position: relative; width: 100px; height: 30px");
                  const tiles = ["a", "b", "c"].map((unit, at) => {
                    const tile = placed(frame, "i", `position: absolute; top: 0; left: ${35 * at}px; width: 30px; height: 30px`);
                    tile.dataset.unit = unit;
                    return tile;
                  });
                  const canvas = placed(frame, "canvas", "position: absolute; inset: 0; width: 100%; height: 100%");
                  const map = (rows, columns, value) =>
                    ({ rows, columns, values: Float32Array.from({ length: rows * columns }, (_, at) => value(Math.floor(at / columns))) });
                  const grids = { a: map(6, 6, (row) => row < 3 ? -1 : 1), b: map(6, 6, () => -1), c: map(1, 6, () => 0) };
                  const palette = { neg: [200, 0, 0], paper: [255, 255, 255], pos: [0, 0, 200], ink: [0, 100, 0], unknown: [9, 9, 9] };
                  new Mosaic().draw(canvas, tiles, (name) => ({ grid: grids[name], scale: { low: -1, high: 1 } }), palette);
                  const at = (x, y) => [...canvas.getContext("2d").getImageData(x, y, 1, 1).data].join(" ");
                  const [red, green, blue, cover] = at(85, 15).split(" ").map(Number);
                  return { above: at(15, 4), below: at(15, 26), between: at(32, 15), all: at(50, 15), curve: green > 30 + red && green > 30 + blue && cover > 100, beside: at(85, 4) };
                }""");
        // Four fifths of the way from paper to the hue: 255 + 0.8 (200 − 255) = 211 and 255 − 0.8 · 255 = 51.
        assertEquals("51 51 211 255", colours.get("above"));
        assertEquals("211 51 51 255", colours.get("below"));
        assertEquals("211 51 51 255", colours.get("all"));
        assertEquals("0 0 0 0", colours.get("between"));
        assertEquals("0 0 0 0", colours.get("beside"));
        assertEquals(true, colours.get("curve"));
    }

    @Test
    void aFrameIsReadAsItIsWritten() {
        Map<String, Object> frame = from("frame", """
                ({ readFrame, unitsByLayer }) => {
                  const header = JSON.stringify({ arrays: [
                    { name: "prediction", rows: 1, columns: 2 }, { name: "unit.2.1", rows: 1, columns: 1 }] });
                  const text = new TextEncoder().encode(header.padEnd(Math.ceil(header.length / 4) * 4));
                  const bytes = new ArrayBuffer(4 + text.length + 12);
                  new DataView(bytes).setUint32(0, text.length, true);
                  new Uint8Array(bytes, 4).set(text);
                  new Float32Array(bytes, 4 + text.length).set([0.25, 0.5, -1]);
                  const read = readFrame(bytes);
                  return { prediction: [...read.grids.get("prediction").values],
                    layer: unitsByLayer(read)[0].layer, unit: unitsByLayer(read)[0].units[0].values[0] };
                }""");
        assertEquals("[0.25, 0.5]", String.valueOf(frame.get("prediction")));
        assertEquals(2, frame.get("layer"));
        assertEquals(-1, frame.get("unit"));
    }

    @Test
    void aTableTellsWhatItsTargetsAre() {
        assertEquals("{inputs=2, outputs=1, kind=binary}", shapeOf("a,b,c\n1,2,yes\n3,4,no\n"));
        assertEquals("{inputs=2, outputs=3, kind=classes}", shapeOf("1,2,0\n3,4,1\n3,4,2\n"));
        assertEquals("{inputs=1, outputs=1, kind=regression}", shapeOf("x;y\n1;2.5\n3;4.25\n"));
    }

    @Test
    void longListsOfAProgramAreFolded() {
        List<Map<String, Object>> lines = from("folded", """
                ({ folded }) => folded(["# Data", "x = tensor([", ..."9".repeat(20).split("").map((n) => `    [${n}, -1.5e-3],`), "])"]
                    .join("\\n"))""");
        assertEquals(7, lines.size());
        assertEquals("comment", lines.getFirst().get("kind"));
        assertEquals("    … 17 more rows", lines.get(5).get("text"));
        assertEquals("])", lines.get(6).get("text"));
    }

    @Test
    void aMergePatchChangesTakesAwayAndKeeps() {
        assertEquals("{a={b=1, d=[3]}, f={g=2}}", String.valueOf(this.<Object>from("merge-patch", """
                        ({ merged }) => merged({ a: { b: 1, c: 2, d: [1, 2] }, e: 5 }, { a: { c: null, d: [3] }, e: null, f: { g: 2 } })""")));
    }

    @Test
    void valuesOfASweepAreReadAsTheyAreWritten() {
        assertEquals("{values=[0.1, 0.001]}", valuesOf("'0.1, 1e-3', { kind: 'number' }, 'point'"));
        assertEquals("{values=[0.1, 2]}", valuesOf("'0,1; 2', { kind: 'number' }, 'comma'"));
        assertEquals("{reason=2.5 is no whole number.}", valuesOf("'2 2.5', { kind: 'whole' }, 'point'"));
        assertEquals("{reason=2 stands there twice.}", valuesOf("'2, 2', { kind: 'whole' }, 'point'"));
    }

    /** Losses of ten times what most runs have are all hopeless; a run that diverged has no place on the scale. */
    @Test
    void cellsOfASweepAreJudged() {
        Map<String, Object> judged = from("sweep-score", """
                ({ measuresOf, scaleOf, scoreOf, goodness }) => {
                  const cell = (trainLoss, state = "done") => ({ state, epoch: 5, trainLoss });
                  const cells = [[cell(0.1), cell(50), cell(1)], [cell(Math.sqrt(0.1)), cell("NaN", "diverged"), cell(0.1)]];
                  const [measure] = measuresOf(cells);
                  const scale = scaleOf(cells, measure);
                  const good = cells.flat().map((each) => scoreOf(each, measure))
                      .map((score) => (score === null ? null : Math.round(100 * goodness(score, scale, measure))));
                  return { measure: measure.text, worst: scale.worst, open: scale.open, good };
                }""");
        assertEquals(
                "{measure=train loss, worst=1, open=true, good=[100, 0, 0, 50, null, 100]}", String.valueOf(judged));
    }

    private String valuesOf(String written) {
        return String.valueOf(this.<Object>from("sweep-axis", "({ readValues }) => readValues(" + written + ")"));
    }

    private String shapeOf(String csv) {
        Map<String, Object> shape = from("csv-shape", "({ shapeOfCsv }) => shapeOfCsv(" + quoted(csv) + ")");
        return shape.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\n", "\\n") + "\"";
    }

    @SuppressWarnings("unchecked")
    private <T> T from(String module, String function) {
        return (T)
                page.evaluate("async () => (" + function + ")(await import('/web/js/lib/training/" + module + ".js'))");
    }
}
