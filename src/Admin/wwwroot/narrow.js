// A long list of names to tick gets a field above it that narrows it. Without a script the list is as long as it is. What is ticked stays
// in sight.
for (const list of document.querySelectorAll('[data-narrow]')) {
  const field = document.createElement('input');
  field.type = 'search';
  field.className = 'form-control';
  field.placeholder = list.dataset.narrow;
  field.setAttribute('aria-label', list.dataset.narrow);
  field.autocomplete = 'off';
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    for (const choice of list.children)
      choice.hidden = !choice.textContent.toLowerCase().includes(wanted) && !choice.querySelector('input').checked;
  });
  list.before(field);
}
