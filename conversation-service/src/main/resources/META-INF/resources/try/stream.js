/** Longer than two heartbeats: a connection that is silent for so long is lost, and nobody said so. */
const SILENCE_MILLIS = 40_000;
const PAUSE_MILLIS = 1_000;

/**
 * Server-sent events over as many connections as it takes, each behind the last id of the one before. No EventSource: that
 * one gives up for good when a single answer is no stream, and waits for ever on a connection that is silent.
 */
export class EventStream {
    /** `begun` is kept as soon as somebody has answered: what happens from then on is heard. */
    constructor(path, onEvent, onState) {
        this.path = path;
        this.onEvent = onEvent;
        this.onState = onState;
        this.lastId = null;
        this.isClosed = false;
        this.begun = new Promise(resolve => this.follow(resolve));
    }

    close() {
        this.isClosed = true;
        this.connection.abort();
    }

    async follow(answered) {
        while (!this.isClosed) {
            try {
                await this.read(answered);
            } catch {
                // refused, lost, silent or closed
            }
            answered();
            if (!this.isClosed) {
                this.onState('Connection lost; trying again.');
                await new Promise(resolve => setTimeout(resolve, PAUSE_MILLIS));
            }
        }
    }

    async read(answered) {
        const connection = new AbortController();
        const {signal} = connection;
        this.connection = connection;
        let silence;
        const heard = () => {
            clearTimeout(silence);
            silence = setTimeout(() => connection.abort(), SILENCE_MILLIS);
        };
        try {
            heard();
            const headers = this.lastId === null ? {} : {'Last-Event-ID': this.lastId};
            const answer = await fetch(this.path, {headers, signal, cache: 'no-store'});
            if (!answer.ok) {
                return;
            }
            this.onState('Connected.');
            answered();
            const parts = answer.body.pipeThrough(new TextDecoderStream()).getReader();
            let rest = '';
            for (let part = await parts.read(); !part.done; part = await parts.read()) {
                heard();
                const blocks = (rest + part.value).split('\n\n');
                rest = blocks.pop();
                blocks.forEach(block => this.take(block));
            }
        } finally {
            clearTimeout(silence);
            connection.abort();
        }
    }

    /** One event, or only the id up to which there is none. */
    take(block) {
        if (this.isClosed) {
            return;
        }
        const fields = Object.fromEntries(block.split('\n')
            .map(line => /^(\w+): (.*)$/.exec(line))
            .filter(Boolean)
            .map(([, name, value]) => [name, value]));
        this.lastId = fields.id ?? this.lastId;
        if (fields.data) {
            this.onEvent(fields.event, JSON.parse(fields.data));
        }
    }
}
