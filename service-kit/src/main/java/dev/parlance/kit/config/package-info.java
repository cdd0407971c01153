/// How settings are read. Called by the configuration of Quarkus alone.
package dev.parlance.kit.config;
