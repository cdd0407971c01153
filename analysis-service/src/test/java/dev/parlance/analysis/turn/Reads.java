package dev.parlance.analysis.turn;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;

/// The reading calls of the service.
final class Reads {
    private Reads() {}

    static Response analysis(Told turn) {
        return given().get("/v1/turns/{id}/analysis", turn.turn());
    }

    static Response newWords(Told turn) {
        return given().get("/v1/highlights?learnerId={id}&type=new_word&limit=200", turn.learner());
    }

    static Response vocabulary(String learner, String query) {
        return given().urlEncodingEnabled(false).get("/v1/learners/" + learner + "/vocabulary" + query);
    }
}
