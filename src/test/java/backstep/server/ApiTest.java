package backstep.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** A test of what the API answers. */
abstract class ApiTest extends ServerTest {

    /** What came back. */
    record Answer(int status, String mediaType, String text) {

        private static Answer of(HttpResponse<String> response) {
            return new Answer(
                    response.statusCode(), header(response, "Content-Type").split(";", 2)[0], response.body());
        }

        JsonNode json() {
            return Json.MAPPER.readTree(text);
        }

        /** {@return the text at a JSON pointer} */
        String at(String pointer) {
            return json().at(pointer).asString();
        }
    }

    static Answer look(String path) {
        return Answer.of(get(path));
    }

    /** Posts a body, in which quotation marks may be single ones. */
    static Answer ask(String path, String body) {
        return Answer.of(post(path, body.replace('\'', '"')));
    }

    static Answer askAs(String mediaType, String path, String body) {
        return Answer.of(send(request(path, "Content-Type", mediaType).POST(BodyPublishers.ofString(body))));
    }
}
