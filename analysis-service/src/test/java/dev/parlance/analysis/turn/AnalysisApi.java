package dev.parlance.analysis.turn;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;

/// The reading calls of the service.
public final class AnalysisApi {
    private AnalysisApi() {}

    public static Response analysis(SampleTurn turn) {
        return given().get("/v1/turns/{id}/analysis", turn.turn());
    }

    public static Response newWords(SampleTurn turn) {
        return given().get("/v1/highlights?learnerId={id}&type=new_word&limit=200", turn.learner());
    }

    public static Response vocabulary(String learner, String query) {
        return given().urlEncodingEnabled(false).get("/v1/learners/" + learner + "/vocabulary" + query);
    }
}
