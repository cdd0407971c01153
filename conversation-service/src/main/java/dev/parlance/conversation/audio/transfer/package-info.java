/// Audio of turns on its way in and out over HTTP: uploads to S3 by signed URL, uploads and downloads through this
/// service, and the check of what was uploaded. Called over HTTP alone.
package dev.parlance.conversation.audio.transfer;
