package backstep.server;

/**
 * An experiment as a program in another language.
 *
 * @param language which one
 * @param text the whole program
 */
record CodeAnswer(String language, String text) {}
