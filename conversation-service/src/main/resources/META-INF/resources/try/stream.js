/** Longer than two heartbeats: a connection that sends nothing for so long is broken. */
const SILENCE_MILLIS = 40_000;
const PAUSE_MILLIS = 1_000;

/**
 * Server-sent events with reconnection after the last id. EventSource is not used: it stops for good after one response
 * that is not a stream, and waits for ever on a connection that sends nothing.
 */
export class EventStream {
    /** `begun` resolves with the first response: events after it are received. */
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
                // refused, broken, without data or closed
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

    /** One event, or only an id. */
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
