/// Commands for operators, which call the services under `/v1/admin`; the classes are in the packages below.
package dev.parlance.cli.admin;
