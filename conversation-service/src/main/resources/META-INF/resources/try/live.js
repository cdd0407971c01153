import {EventStream} from './stream.js';

/** The calls of one conversation. Ids are generated here, so that a call can be repeated after a lost response. */
export class Conversation {
    constructor(id = crypto.randomUUID()) {
        this.path = `/v1/conversations/${id}`;
    }

    begin(learner, language) {
        return call('PUT', this.path, {channel: 'app', learnerId: learner || null, language: language || null});
    }

    say(turn, body) {
        return call('PUT', `${this.path}/turns/${turn}`, body);
    }

    /** The transcript of a turn with audio only. */
    heard(turn, text) {
        return call('PUT', `${this.path}/turns/${turn}/transcript`, {text});
    }

    end() {
        return call('POST', `${this.path}/end`, {});
    }

    /** Uploads audio to the object store, or through the service if the browser cannot reach the store. */
    async upload(turn, side, blob, durationMs) {
        const type = blob.type.split(';')[0];
        const bytes = await blob.arrayBuffer();
        const audio = `${this.path}/turns/${turn}/audio/${side}`;
        const order = await call('POST', `${audio}:upload`, {
            contentType: type,
            sizeBytes: bytes.byteLength,
            sha256: await sha256(bytes),
        });
        try {
            await sent(await fetch(order.url, {method: order.method, headers: order.headers, body: bytes}));
        } catch {
            const here = `${audio}?durationMs=${durationMs}`;
            await sent(await fetch(here, {method: 'PUT', headers: {'Content-Type': type}, body: bytes}));
            return;
        }
        await call('POST', `${audio}:uploaded`, {key: order.key, durationMs});
    }

    /** The live events, across connections. */
    listen(onEvent, onState) {
        return new EventStream(`${this.path}/live`, onEvent, onState);
    }
}

async function call(method, path, body) {
    const answer = await fetch(path, {
        method,
        headers: {'Content-Type': 'application/json', 'Accept': 'application/json'},
        body: JSON.stringify(body),
    });
    return (await sent(answer)).json().catch(() => ({}));
}

async function sent(answer) {
    if (!answer.ok) {
        const problem = await answer.json().catch(() => ({}));
        throw new Error(problem.detail ?? `status ${answer.status}`);
    }
    return answer;
}

async function sha256(bytes) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}
