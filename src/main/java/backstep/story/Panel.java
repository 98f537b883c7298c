package backstep.story;

import java.util.Optional;

/**
 * The explanation of a step, in the order in which it is read: rule, here, numbers, result, why.
 *
 * @param title what happens, in a few words
 * @param rule the general rule, as LaTeX
 * @param here what the rule becomes at this operation, as LaTeX
 * @param numbers the numbers with their parts named, as LaTeX
 * @param result the quantity and its value, as LaTeX
 * @param why one sentence of at most 25 words
 * @param brief the same for a narrow page
 * @param speech the formula and the numbers as they are read aloud, without the why
 */
public record Panel(
        Sentence title,
        String rule,
        Optional<String> here,
        String numbers,
        String result,
        Sentence why,
        Sentence brief,
        String speech) {}
