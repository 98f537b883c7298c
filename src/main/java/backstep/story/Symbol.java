package backstep.story;

/**
 * The name of a quantity in its three scripts.
 *
 * @param plain as text, such as v̄₀ or x2
 * @param latex as LaTeX
 * @param spoken as it is read aloud, such as v-bar 0
 */
public record Symbol(String plain, String latex, String spoken) {}
