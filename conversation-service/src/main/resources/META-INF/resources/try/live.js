/** The calls of one conversation. Ids are made here, so that a call may be repeated after a lost answer. */
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

    end() {
        return call('POST', `${this.path}/end`, {});
    }

    /** The sound goes straight to the object store; where that cannot be reached from a browser, through the service. */
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
            await sent(await fetch(order.url, {method: order.method, headers: order.headers ?? {}, body: bytes}));
        } catch {
            await sent(await fetch(audio, {method: 'PUT', headers: {'Content-Type': type}, body: bytes}));
            return;
        }
        await call('POST', `${audio}:uploaded`, {durationMs});
    }

    /** What happens, as it happens. The browser connects again by itself and resumes behind the last event. */
    listen(onEvent, onState) {
        const stream = new EventSource(`${this.path}/live`);
        for (const type of ['turn', 'words', 'highlight', 'transcript', 'ended', 'reset']) {
            stream.addEventListener(type, event => onEvent(type, JSON.parse(event.data)));
        }
        stream.addEventListener('open', () => onState('Connected.'));
        stream.addEventListener('error', () => onState('Connection lost; trying again.'));
        return () => stream.close();
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
