package dev.parlance.platform;

/// The addresses of the started parts; null for parts that were not started.
///
/// @param kafka bootstrap servers, as clients reach them
/// @param jdbcUrl of the database `parlance`, without user and password
/// @param superuserPassword of PostgreSQL's role `postgres`; null also for a server that the platform did not start
public record Endpoints(
        String kafka, String jdbcUrl, String superuserPassword, String s3Url, String s3AccessKey, String s3SecretKey) {}
