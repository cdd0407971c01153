/// What a person who looks after an installation does over the services' calls under `/v1/admin`.
package dev.parlance.cli.admin;
