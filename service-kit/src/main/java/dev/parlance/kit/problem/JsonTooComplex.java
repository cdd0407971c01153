package dev.parlance.kit.problem;

/// A JSON body that is nested too deeply, has too many values, or has a name, a number or a text that is too long for
/// any field. It is refused before it is read to its end.
public final class JsonTooComplex extends DomainProblem {
    private static final long serialVersionUID = 1L;

    public JsonTooComplex() {
        super(
                Kind.INVALID,
                "json-too-complex",
                "The JSON is nested too deeply, has too many values, or has too long a name, number or text");
    }
}
