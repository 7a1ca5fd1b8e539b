// Moving through pages as people do: by the words on links, labels and buttons.

/// Waits for the page that follows, so that nothing is looked for on the one that is left.
export async function heading(page, words) {
  const awaited = page.locator('h1', { hasText: words }).first();
  await awaited.waitFor({ timeout: 10_000 }).catch(async () => {
    const said = (await page.locator('h1').first().innerText()).replace(/\s+/g, ' ');
    throw new Error(`“${said}” stands where “${words}” should, on ${page.url()}`);
  });
}

/// What has the focus: its kind, its words and whether the eye can see that it is there.
function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const label = at.labels?.length ? [...at.labels].map((one) => one.innerText).join(' ') : '';
    const style = getComputedStyle(at);
    const ringed = (one) => {
      const look = getComputedStyle(one);
      return (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none';
    };
    const box = at.getBoundingClientRect();
    return {
      kind: at.type === 'radio' || at.type === 'checkbox' ? at.type : at.tagName.toLowerCase(),
      words: `${at.getAttribute('aria-label') ?? ''} ${label} ${at.innerText ?? ''}`.replace(/\s+/g, ' ').trim(),
      checked: at.checked === true,
      // A tick's ring may stand on its label.
      seen: ringed(at) || (at.closest('label') !== null && ringed(at.closest('label'))),
      inView: box.bottom > 0 && box.top < innerHeight && style.visibility !== 'hidden',
    };
  });
}

/// A person with a keyboard and no mouse.
export class Keyboard {
  constructor(page, tell) {
    this.page = page;
    this.tell = tell;
  }

  /// Steps with Tab until something of the kind says the words.
  async tabTo(kinds, words, most = 150) {
    for (let step = 0; step < most; step += 1) {
      await this.page.keyboard.press('Tab');
      const at = await focused(this.page);
      if (!at) continue;
      if (!at.seen) this.tell(`the focus on ${at.kind} “${at.words.slice(0, 50)}” cannot be seen`);
      if (!at.inView) this.tell(`${at.kind} “${at.words.slice(0, 50)}” has the focus out of view`);
      if (kinds.includes(at.kind) && at.words.includes(words)) return at;
    }
    throw new Error(`the keyboard does not reach ${kinds.join(' or ')} “${words}” on ${this.page.url()}`);
  }

  async follow(words) {
    await this.tabTo(['a'], words);
    await this.leave('Enter');
  }

  async press(words) {
    await this.tabTo(['button'], words);
    await this.leave('Enter');
  }

  async leave(key) {
    const there = this.page.waitForNavigation({ waitUntil: 'load' });
    await this.page.keyboard.press(key);
    await there;
  }

  async tick(words) {
    await this.tabTo(['checkbox'], words);
    await this.page.keyboard.press('Space');
  }

  /// A group of radio buttons is one stop; the arrows choose in it.
  async choose(words) {
    let at = await this.tabTo(['radio'], '');
    for (let step = 0; step < 12; step += 1) {
      if (at.words.includes(words)) {
        if (!at.checked) await this.page.keyboard.press('Space');
        return;
      }
      await this.page.keyboard.press('ArrowDown');
      at = await focused(this.page);
    }
    throw new Error(`the arrows do not reach “${words}” on ${this.page.url()}`);
  }

  async write(label, text) {
    await this.tabTo(['textarea', 'input'], label);
    await this.page.keyboard.type(text);
  }
}

/// A person with a mouse in a browser without scripts.
export class Mouse {
  constructor(page) {
    this.page = page;
  }

  async follow(words) {
    await this.page.getByRole('link', { name: words }).first().click();
  }

  async press(words) {
    await this.page.getByRole('button', { name: words }).first().click();
  }

  async tick(words) {
    await this.page.getByRole('checkbox', { name: words }).check();
  }

  async choose(words) {
    await this.page.getByRole('radio', { name: words, exact: true }).check();
  }

  async write(label, text) {
    await this.page.getByRole('textbox', { name: label }).first().fill(text);
  }
}
