/** The turns of a conversation with what was found in them; each event comes once, the highest revision of a turn counts. */
export class TurnList {
    constructor(list) {
        this.list = list;
        this.clear();
    }

    clear() {
        this.turns = new Map();
        this.list.replaceChildren();
    }

    show(type, data) {
        switch (type) {
            case 'turn':
                this.text(data.turnId, [data.learnerText, data.replyText].filter(Boolean).join(' / ') || '(sound)');
                break;
            case 'transcript':
                this.text(data.turnId, data.text);
                break;
            case 'words':
                this.words(data);
                break;
            case 'highlight':
                this.highlight(data);
                break;
        }
    }

    text(id, text) {
        this.of(id).querySelector('.said').textContent = text;
    }

    words({turnId, revision, words, highlightIds}) {
        const turn = this.of(turnId);
        if (Number(turn.dataset.revision ?? 0) > revision) {
            return;
        }
        turn.dataset.revision = revision;
        turn.querySelector('.words').replaceChildren(...words.map(word => {
            const item = element('li', word.display);
            item.classList.toggle('new', word.new);
            item.title = word.new ? 'never used before' : '';
            return item;
        }));
        for (const shown of turn.querySelectorAll('.highlights li')) {
            if (!highlightIds.includes(shown.dataset.id)) {
                shown.remove();
            }
        }
    }

    highlight({id, turnId, description}) {
        const list = this.of(turnId).querySelector('.highlights');
        if (![...list.children].some(shown => shown.dataset.id === id)) {
            const item = element('li', description);
            item.dataset.id = id;
            list.append(item);
        }
    }

    of(id) {
        if (!this.turns.has(id)) {
            const turn = element('li', '');
            turn.append(element('div', '…', 'said'), element('ul', '', 'words'), element('ul', '', 'highlights'));
            this.turns.set(id, turn);
            this.list.append(turn);
        }
        return this.turns.get(id);
    }
}

/** Everything that comes from outside is written as text, never as markup. */
function element(name, text, className = '') {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
}
