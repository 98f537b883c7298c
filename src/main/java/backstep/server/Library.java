package backstep.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A library that browsers load, packed into the program.
 *
 * @param folder where its files lie on the class path, with a slash at the end
 */
record Library(String name, String version, String folder) {

    /** {@return the libraries of libraries.properties, by name} */
    static Map<String, Library> all() {
        byte[] text = ClassPath.read("backstep/server/libraries.properties").orElseThrow();
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(text, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .map(name -> of(name, properties.getProperty(name)))
                .collect(Collectors.toUnmodifiableMap(Library::name, Function.identity()));
    }

    /** {@return the address of its folder, without a slash at the end; it names the version} */
    String url() {
        return "/lib/" + name + "@" + version;
    }

    private static Library of(String name, String value) {
        String[] versionAndFolder = value.split(", ", 2);
        return new Library(name, versionAndFolder[0], versionAndFolder[1]);
    }
}
