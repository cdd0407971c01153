const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

/** Records from the microphone. */
export class Recorder {
    async start() {
        this.stream = await navigator.mediaDevices.getUserMedia({audio: true});
        this.parts = [];
        this.recorder = new MediaRecorder(this.stream, {mimeType: TYPES.find(type => MediaRecorder.isTypeSupported(type))});
        this.recorder.addEventListener('dataavailable', event => this.parts.push(event.data));
        this.recorder.start();
        this.begun = performance.now();
    }

    /** The audio and its duration. */
    stop() {
        return new Promise(resolve => {
            this.recorder.addEventListener('stop', () => {
                this.stream.getTracks().forEach(track => track.stop());
                resolve({
                    blob: new Blob(this.parts, {type: this.recorder.mimeType}),
                    durationMs: Math.round(performance.now() - this.begun),
                });
            });
            this.recorder.stop();
        });
    }
}
