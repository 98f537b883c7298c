package backstep.server;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What ails a run.
 *
 * @param iteration the moment that was looked at
 * @param verdict all of it in a sentence
 * @param findings none where nothing is wrong
 */
record DiagnosisAnswer(int iteration, String verdict, List<FindingAnswer> findings) {

    /**
     * Something that ails it.
     *
     * @param topic what one sees of it: {@code slow}, {@code test}, {@code deep} or {@code diverged}
     * @param name of the illness
     * @param sign the numbers that it is told by, in a sentence
     */
    record FindingAnswer(String topic, String name, String sign, List<RemedyAnswer> remedies) {}

    /**
     * Something that helps.
     *
     * @param title as a button says it
     * @param from whether it goes on from the moment ({@code moment}), or with weights that are drawn anew ({@code start})
     * @param changes to the experiment document
     */
    record RemedyAnswer(String name, String title, String why, String from, JsonNode changes) {}
}
