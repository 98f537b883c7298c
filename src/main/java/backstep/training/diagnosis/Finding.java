package backstep.training.diagnosis;

import java.util.List;

/**
 * Something that ails a run.
 *
 * @param sign the numbers that it is told by, in a sentence
 * @param remedies the most promising first
 */
public record Finding(Illness illness, String sign, List<Remedy> remedies) {

    public Finding {
        remedies = List.copyOf(remedies);
    }
}
