/** The shop's own script: takes the receipt to the shop's server, and shows what came of it. */
const verify = document.querySelector('pravesh-verify');
const outcome = document.getElementById('outcome');
const { order } = document.body.dataset;

/** All that the element has raised, for whoever tests the shop. */
window.raised = [];
for (const type of ['ready', 'result', 'cancel', 'error']) {
  verify.addEventListener(`pravesh-${type}`, ({ detail }) => window.raised.push({ type, detail }));
}

verify.addEventListener('pravesh-result', async ({ detail }) => {
  const response = await fetch(`/orders/${order}/receipt`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ receipt: detail.receipt }),
  });
  const judged = await response.json();
  outcome.textContent = judged.ticket ? `Your ticket: ${judged.ticket}` : 'No ticket this time.';
});

verify.addEventListener('pravesh-cancel', () => {
  outcome.textContent = 'No check was made. Your order waits.';
});
