/** The shop without the element: a frame of its own, and messages that it checks by itself. */
const frame = document.getElementById('verify');
const outcome = document.getElementById('outcome');
const { order, nonce } = document.body.dataset;
let newest = 0;

window.taken = [];
window.addEventListener('message', async ({ source, origin, data }) => {
  const isTheirs = source === frame.contentWindow && origin === frame.dataset.terminal && data?.source === 'pravesh';
  if (!isTheirs || data.version !== 1 || data.nonce !== nonce || data.seq <= newest) {
    return;
  }
  newest = data.seq;
  window.taken.push(data.type);
  if (data.type === 'resize') {
    frame.style.height = `${data.height}px`;
  }
  if (data.type === 'cancel') {
    outcome.textContent = 'No check was made. Your order waits.';
  }
  if (data.type === 'result') {
    const response = await fetch(`/orders/${order}/receipt`, {
      method: 'POST',
      body: JSON.stringify({ receipt: data.receipt }),
    });
    const judged = await response.json();
    outcome.textContent = judged.ticket ? `Your ticket: ${judged.ticket}` : 'No ticket this time.';
  }
});
