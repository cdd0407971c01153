const DAYS_SHOWN = 7;
const REFRESH_MS = 10_000;
const numbers = new Intl.NumberFormat();

/** Everything that comes from outside is written as text, never as markup. */
function fill(table, rows) {
    table.querySelector('tbody').replaceChildren(...rows.map(([heading, ...cells]) => {
        const row = document.createElement('tr');
        const first = document.createElement('th');
        first.scope = 'row';
        first.textContent = heading;
        row.append(first, ...cells.map(value => {
            const cell = document.createElement('td');
            cell.textContent = typeof value === 'number' ? numbers.format(value) : value;
            cell.classList.toggle('text', typeof value !== 'number');
            return cell;
        }));
        return row;
    }));
}

async function read(path) {
    const answer = await fetch(path, {headers: {accept: 'application/json'}});
    const body = await answer.json();
    if (!answer.ok) {
        throw new Error(body.detail ?? answer.statusText);
    }
    const asOf = answer.headers.get('Parlance-Fresh-As-Of');
    if (asOf) {
        document.getElementById('fresh').textContent = `As of ${new Date(asOf).toLocaleString()}.`;
    }
    return body;
}

async function readAll(path) {
    const items = [];
    let cursor = null;
    do {
        const page = await read(path + (cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''));
        items.push(...page.items);
        cursor = page.nextCursor;
    } while (cursor);
    return items;
}

/** Shows what `load` finds, or says in the note why there is nothing to see. */
async function show(name, nothing, load) {
    const note = document.getElementById(`${name}-note`);
    const table = document.getElementById(name);
    try {
        const rows = await load();
        fill(table, rows);
        table.hidden = rows.length === 0;
        note.textContent = rows.length === 0 ? nothing : '';
    } catch (failure) {
        note.textContent = `Could not be read: ${failure.message}`;
    }
}

const minutes = milliseconds => Math.round(milliseconds / 6_000) / 10;

function lastDates() {
    return Array.from({length: DAYS_SHOWN}, (_, ago) => {
        const day = new Date();
        day.setDate(day.getDate() - ago);
        return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(part => String(part).padStart(2, '0')).join('-');
    });
}

const showDays = () => show('days', 'Nobody has said anything yet.', async () => {
    const days = await Promise.all(lastDates().map(date => read(`/v1/days/${date}`)));
    return days.map(day => [day.date, day.learners, day.conversations, day.turns, day.learnerWords, day.newWords,
        day.highlights.long_sentence, day.highlights.emotional_moment, minutes(day.speakingMs)]);
});

const showModules = () => show('modules', 'No module has been used in these days.', async () => {
    const dates = lastDates();
    const usage = await readAll(`/v1/modules/usage?limit=200&from=${dates.at(-1)}&to=${dates[0]}`);
    return usage.reverse().map(day => [day.date, day.module, day.learners, day.conversations, day.turns, day.learnerWords,
        day.newWords, minutes(day.speakingMs)]);
});

const showLearner = id => show('learner', 'This learner has no days.', async () => {
    const days = await readAll(`/v1/learners/${encodeURIComponent(id)}/days?limit=200`);
    return days.reverse().map(day => [day.date, day.conversations, day.turns, day.learnerWords, day.uniqueWords,
        day.newWords, day.sentences, minutes(day.speakingMs), day.timeZone]);
});

const form = document.getElementById('learner-form');
let learner = '';
form.addEventListener('submit', event => {
    event.preventDefault();
    learner = form.elements.learner.value.trim();
    showLearner(learner);
});

async function refresh() {
    if (document.hidden) {
        return;
    }
    await Promise.all([showDays(), showModules(), learner ? showLearner(learner) : null]);
}

document.addEventListener('visibilitychange', refresh);
setInterval(refresh, REFRESH_MS);
await refresh();
