/// Tests that compare documents with the code: README, settings, problems, event schemas.
package dev.parlance.journey.document;
