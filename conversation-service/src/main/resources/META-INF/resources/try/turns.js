/** The turns of a conversation with their analyses; each event arrives once, the highest revision of a turn counts. */
export class TurnList {
    /** `onHeard` is called with the text that a person enters for a turn with audio only. */
    constructor(list, onHeard) {
        this.list = list;
        this.onHeard = onHeard;
        this.clear();
    }

    clear() {
        this.turns = new Map();
        this.list.replaceChildren();
    }

    show(type, data) {
        switch (type) {
            case 'turn':
                this.said(data);
                break;
            case 'transcript':
                this.transcript(data);
                break;
            case 'words':
                this.words(data);
                break;
            case 'highlight':
                this.highlight(data);
                break;
        }
    }

    said({turnId, learnerText, replyText}) {
        const turn = this.of(turnId);
        turn.dataset.reply = replyText ?? '';
        this.text(turn, learnerText ?? (replyText ? '' : '(sound)'));
        if (learnerText === null && !replyText) {
            turn.querySelector('.said').after(this.question(turnId));
        }
    }

    transcript({turnId, text}) {
        const turn = this.of(turnId);
        turn.querySelector('form')?.remove();
        this.text(turn, text || '(nothing was heard)');
    }

    text(turn, text) {
        turn.querySelector('.said').textContent = [text, turn.dataset.reply].filter(Boolean).join(' / ');
    }

    /** A form to enter the text by hand; not every installation has a transcription. */
    question(turnId) {
        const form = element('form', '');
        const text = element('input', '');
        text.maxLength = 8000;
        text.placeholder = 'What was said?';
        text.setAttribute('aria-label', 'What was said');
        form.append(text, element('button', 'Write it down'));
        form.addEventListener('submit', event => {
            event.preventDefault();
            if (text.value.trim()) {
                this.onHeard(turnId, text.value.trim());
            }
        });
        return form;
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

/** External data is inserted as text, never as markup. */
function element(name, text, className = '') {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
}
