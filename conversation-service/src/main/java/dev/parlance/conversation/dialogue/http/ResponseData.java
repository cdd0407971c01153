package dev.parlance.conversation.dialogue.http;

/// A response whose body is still to be written as JSON.
///
/// @param location the header of this name, or null
/// @param body     any object that Jackson can write
public record ResponseData(int status, String location, Object body) {
    public static ResponseData created(String location, Object body) {
        return new ResponseData(201, location, body);
    }

    public static ResponseData ok(Object body) {
        return new ResponseData(200, null, body);
    }
}
