import {Conversation} from './live.js';
import {Recorder} from './recorder.js';
import {TurnList} from './turns.js';

const sitting = document.getElementById('sitting');
const saying = document.getElementById('saying');
const end = document.getElementById('end');
const record = document.getElementById('record');
const turns = new TurnList(document.getElementById('turns'), (turn, text) => attempt(() => shown.heard(turn, text))());
let conversation = null;
let shown = null;
let live = null;
let recorder = null;

const say = (id, text) => document.getElementById(id).textContent = text;

/** Runs the action of a button and shows the reason if it fails. */
const attempt = work => async event => {
    event?.preventDefault();
    say('note', '');
    try {
        await work();
    } catch (failure) {
        say('note', failure.message);
    }
};

async function begin() {
    const next = new Conversation();
    await next.begin(sitting.elements.learner.value.trim(), sitting.elements.language.value);
    live?.close();
    turns.clear();
    conversation = next;
    shown = next;
    end.disabled = false;
    live = next.listen(happened, text => say('state', text));
    await live.begun; // or the first thing that is said would not be heard
}

function happened(type, data) {
    turns.show(type, data);
    if (type === 'ended') {
        say('note', `The conversation has ended (${data.endReason}).`);
    } else if (type === 'reset') {
        say('note', 'Some of what happened meanwhile is no longer kept.');
    }
}

async function current() {
    if (!conversation) {
        await begin();
    }
    return conversation;
}

async function sayText() {
    const text = saying.elements.text.value.trim();
    if (text) {
        const turn = crypto.randomUUID();
        await (await current()).say(turn, {learnerText: text});
        saying.elements.text.value = '';
    }
}

async function toggleRecording() {
    if (recorder) {
        const finished = recorder;
        recorder = null;
        record.setAttribute('aria-pressed', 'false');
        record.textContent = 'Record';
        await sayAloud(await finished.stop());
        return;
    }
    const started = new Recorder();
    await started.start();
    recorder = started;
    record.setAttribute('aria-pressed', 'true');
    record.textContent = 'Stop';
}

async function sayAloud({blob, durationMs}) {
    const to = await current();
    const turn = crypto.randomUUID();
    await to.say(turn, {audio: ['learner'], durationMs});
    await to.upload(turn, 'learner', blob, durationMs);
    say('note', `${Math.round(blob.size / 1024)} KiB of sound uploaded.`);
}

sitting.addEventListener('submit', attempt(begin));
saying.addEventListener('submit', attempt(sayText));
record.addEventListener('click', attempt(toggleRecording));
end.addEventListener('click', attempt(async () => {
    end.disabled = true;
    const over = conversation;
    conversation = null;
    await over.end();
}));
