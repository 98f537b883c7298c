package backstep.server;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a sweep varies, beside its experiment. */
record SweepRequest(Axis rows, Axis columns) {

    /** The most values of a setting. */
    static final int MOST = 8;

    /** A setting and its values. */
    record Axis(SweepSetting setting, List<JsonNode> values) {

        private void require(String pointer) {
            String at = pointer + "/values";
            InvalidRequest.require(
                    !values.isEmpty() && values.size() <= MOST,
                    at,
                    "must be 1 to " + MOST + " values, was " + values.size());
            for (int k = 0; k < values.size(); k++) {
                JsonNode value = values.get(k);
                String place = at + "/" + k;
                InvalidRequest.require(
                        value.isNumber() || value.isString(), place, "must be a number or a name, was " + value);
                InvalidRequest.require(values.indexOf(value) == k, place, "stands twice, was " + value);
            }
        }
    }

    /**
     * Holds the request against what a sweep can be.
     *
     * @param most how many runs
     * @throws InvalidRequest where it is none
     */
    void require(int most) {
        rows.require("/rows");
        columns.require("/columns");
        InvalidRequest.require(
                rows.setting() != columns.setting(),
                "/columns/setting",
                "must be another one than that of the rows, was "
                        + columns.setting().spelling());
        InvalidRequest.require(
                runs() <= most, "/columns/values", "must lead to at most " + most + " runs, would be " + runs());
    }

    /** {@return how many runs it takes} */
    int runs() {
        return rows.values().size() * columns.values().size();
    }
}
