package dev.parlance.platform;

/// The addresses of the started parts; null for parts that were not started.
///
/// @param kafka bootstrap servers, as clients reach them
/// @param jdbcUrl of the database `parlance`, without user and password
public record Endpoints(String kafka, String jdbcUrl, String s3Url, String s3AccessKey, String s3SecretKey) {}
