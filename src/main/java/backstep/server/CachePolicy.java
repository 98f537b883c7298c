package backstep.server;

/** How long a browser may go on using what it was given. */
enum CachePolicy {
    /** For ever: the address names the version. */
    IMMUTABLE("public, max-age=31536000, immutable"),
    /** After asking whether it is still the same. */
    REVALIDATE("no-cache"),
    /** Not at all. */
    NO_STORE("no-store");

    private final String header;

    CachePolicy(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
